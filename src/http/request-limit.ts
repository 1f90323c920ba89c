import { isIPv6 } from 'node:net';

/** Milliseconds. */
const WINDOW = 60_000;
/** Clients that are remembered: some megabytes, and more in a minute than a process can answer for long. */
const MOST_CLIENTS = 20_000;

/** Where a client stands after a request of its own. */
export interface Standing {
  /** Requests that it has left in this minute. */
  remaining: number;
  /** Seconds until it has all of them again, rounded up. */
  seconds: number;
  isExceeded: boolean;
}

interface Minute {
  requests: number;
  /** Milliseconds, of the clock given. */
  began: number;
}

/** Counts the requests of each client by the minute, from its first one on; in this process alone. */
export class RequestLimit {
  /** The minute that began first is the first. */
  private readonly minutes = new Map<string, Minute>();

  /** @param now milliseconds, of a clock that never goes back */
  constructor(
    readonly perMinute: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Counts one request. @param address of a client, as `clientOf` takes it */
  take(address: string): Standing {
    const client = clientOf(address);
    const now = this.now();
    let minute = this.minutes.get(client);
    if (minute === undefined || now - minute.began >= WINDOW) {
      minute = { requests: 0, began: now };
      this.begin(client, minute);
    }
    minute.requests += 1;
    return {
      remaining: Math.max(this.perMinute - minute.requests, 0),
      seconds: Math.ceil((minute.began + WINDOW - now) / 1000),
      isExceeded: minute.requests > this.perMinute,
    };
  }

  private begin(client: string, minute: Minute): void {
    this.minutes.delete(client);
    this.minutes.set(client, minute);
    if (this.minutes.size <= MOST_CLIENTS) return;
    for (const [oldest] of this.minutes) {
      this.minutes.delete(oldest);
      return;
    }
  }
}

/**
 * Who counts as one client: an address of IPv4, however it is written; of IPv6 a network of 64 bits, for within one
 * everybody has as many addresses as they like. Exported for the tests.
 *
 * @param address anything else is a client of its own
 */
export function clientOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address);
  const [seventh = 0, eighth = 0] = groups.slice(6);
  if (groups.slice(0, 6).join() === '0,0,0,0,0,65535')
    return [seventh >> 8, seventh & 255, eighth >> 8, eighth & 255].join('.');
  const network = groups.slice(0, 4).map((group) => group.toString(16));
  return `${network.join(':')}::`;
}

/** The eight numbers of an address of IPv6. */
function groupsOf(address: string): number[] {
  // without the network card of an address that is only good there; in the one form that each has in an URL
  const { hostname } = new URL(`http://[${address.replace(/%.*$/, '')}]`);
  const [start = [], end = []] = hostname
    .slice(1, -1)
    .split('::')
    .map((part) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))));
  return [...start, ...new Array<number>(8 - start.length - end.length).fill(0), ...end];
}
