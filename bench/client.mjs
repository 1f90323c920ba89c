// A client in a process of its own: node bench/client.mjs, told what to ask on its standard input, as JSON
// {addresses, connections, seconds | once, headers}; answers with the times in milliseconds.
import http from 'node:http';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';

const { addresses, connections, seconds, once, headers } = JSON.parse(await text(process.stdin));
const agent = new http.Agent({ keepAlive: true, maxSockets: connections });

function ask(address) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const request = http.get(address, { agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (part) => (bytes += part.length));
      response.on('end', () => {
        if (response.statusCode !== 200) reject(new Error(`${address} gave ${response.statusCode}`));
        else resolve({ time: performance.now() - started, bytes });
      });
    });
    request.on('error', reject);
  });
}

const times = [];
let bytes = 0;
const began = performance.now();
const until = once ? Infinity : began + 1000 * seconds;
await Promise.all(
  Array.from({ length: connections }, async (_, first) => {
    for (let i = first; performance.now() < until && (!once || i < addresses.length); i += connections) {
      const answer = await ask(addresses[i % addresses.length]);
      times.push(answer.time);
      bytes += answer.bytes;
    }
  }),
);
agent.destroy();
times.sort((a, b) => a - b);
const at = (share) => times[Math.floor(share * (times.length - 1))];
const took = (performance.now() - began) / 1000;
console.log(
  JSON.stringify({
    requests: times.length,
    perSecond: times.length / took,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    bytes: bytes / times.length,
  }),
);
