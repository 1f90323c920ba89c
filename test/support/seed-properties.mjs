import { configureGlobal } from 'fast-check';

// one verdict a commit: properties draw the same examples until somebody asks for others
configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });
