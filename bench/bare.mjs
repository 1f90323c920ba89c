// The measure of serving: a bare Fastify route that sends the bytes of a file. node bench/bare.mjs FILE
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';

const body = readFileSync(process.argv[2]);
const server = Fastify();
server.get('/', (_request, reply) =>
  reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' }).send(body),
);
console.log(`Ready: ${await server.listen({ port: 0, host: '127.0.0.1' })}`);
