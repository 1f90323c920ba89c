/** What the template of a feed shows: plain text, which it escapes. Source: RFC 4287. */
export interface AtomFeed {
  id: string;
  title: string;
  subtitle: string;
  page: string;
  /** RFC 3339, as every date of a feed. */
  updated: string;
  author: string;
  entries: AtomEntry[];
}

interface AtomEntry {
  id: string;
  title: string;
  page: string;
  /** Address of what tells more, for programs; absent: nothing does. */
  related?: string;
  updated: string;
  summary: string;
}
