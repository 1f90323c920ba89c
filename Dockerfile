# The service alone: the database is another container, or any PostgreSQL from version 14 (DATABASE_URL).
# What is copied below is tried by test/deployment: a file that the service needs and that is not named here fails there.
ARG NODE=22.23.3-bookworm-slim

# pages' files and program are built with everything that building takes
FROM node:${NODE} AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY .swcrc ./
COPY scripts/ scripts/
COPY migrations/ migrations/
COPY src/ src/
COPY views/ views/
RUN npm run build

# what the service runs with: no development tools, and without the optional packages no embedded PostgreSQL
FROM node:${NODE} AS libraries
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund --omit=dev --omit=optional

FROM node:${NODE}
WORKDIR /app
COPY --from=libraries /build/node_modules/ node_modules/
COPY --from=build /build/dist/ dist/
COPY package.json LICENSE ./
COPY docs/openapi.json docs/
COPY views/ views/
# files that are fetched or made go here; all the rest may be read-only
RUN mkdir -m 700 /data && chown node:node /data
# glibc keeps what compressing frees for each thread of its own: 204 instead of 253 MB after two thousand pages were made
ENV MALLOC_ARENA_MAX=2
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
