/** What may be chosen; all of it may be left out. */
export interface Options {
  /** Only what matches, in the search language of maillens, as in `is:failed to:@shop.example`. */
  search?: string;
  /** The zone in which `shown` times stand, an IANA name or `UTC`; as they are written where it is left out. */
  zone?: string;
  /** The zone of stamps that name none; `UTC` where it is left out. */
  sourceZone?: string;
  /** The year of the first stamp that names none; the latest that leaves none in the future where it is left out. */
  year?: number;
  /** Undo what tickets do to logs; `true` where it is left out. */
  mend?: boolean;
  /** Servers and domains, by name or address, that are ours though the log doesn't say so. */
  ours?: string[];
  /** Placeholders for what belongs to people. Passwords are masked with or without it. */
  redact?: boolean;
}

/** The export `maillens/1`. Lines count from 1; `null` is unknown. More fields may come, none changes its meaning. */
export interface Report {
  schema: "maillens/1";
  summary: Summary;
  lines: Line[];
  traces: Trace[];
  /** Numbers of traces, in the order in which people see them. */
  order: number[];
}

/** `read + partly + unread + other + blank = lines`. */
export interface Summary {
  bytes: number;
  lines: number;
  /** More than lines where several records stand on one. */
  records: number;
  read: number;
  partly: number;
  unread: number;
  other: number;
  blank: number;
  mended: number;
  damage: [string, number][];
  traces: Record<TraceType, number>;
  attempts: { success: number; deferral: number; failure: number; open: number };
  messages: Record<Outcome, number>;
  failed: number;
  errors: number;
  assumed: string[];
  passwords: boolean;
  secrets: number;
  notices: { text: string; line: number | null }[];
}

export interface Line {
  line: number;
  /** UTC, RFC 3339. */
  time: string | null;
  shown: string | null;
  assumed: string[];
  state: "read" | "partly" | "unread" | "other" | "blank";
  format: string | null;
  kind: string | null;
  level: Level;
  trace: number | null;
  says: string | null;
  text: string;
  tokens: Token[];
  mended: string[];
  continues: number | null;
  /** What else stands on the line. */
  also: Pick<Line, "time" | "state" | "format" | "kind" | "trace" | "says" | "tokens">[];
}

export interface Token {
  /** UTF-8 byte offsets in the line's text, end exclusive. */
  at: [number, number];
  name: string;
  role: string;
  text: string;
  says: string;
}

export interface Trace {
  trace: number;
  type: TraceType;
  format: string;
  id: string | null;
  sender: string | null;
  bytes: number | null;
  message_id: string | null;
  user: string | null;
  client: string | null;
  login: "ok" | "failed" | "none" | null;
  scan: Scan | null;
  started: string | null;
  ended: string | null;
  shown: string | null;
  first_line: number;
  last_line: number;
  count: number | null;
  outcome: Outcome;
  attempts: Attempt[];
  links: { trace: number; how: string; doubt: string | null }[];
  explanation: Explanation;
}

export interface Attempt {
  delivery: string | null;
  recipient: string | null;
  original_recipient: string | null;
  channel: string | null;
  start_line: number;
  end_line: number | null;
  shown: string | null;
  /** Seconds since 1970. */
  at: number | null;
  outcome: "success" | "deferral" | "failure" | "open";
  reason: string | null;
  code: string | null;
  status: string | null;
  remote: string | null;
  /** The id under which the other server queued it. */
  remote_id: string | null;
  text: string | null;
}

export interface Scan {
  spam: boolean | null;
  score: number | null;
  required: number | null;
  rules: string[] | null;
  mid: string | null;
  size: number | null;
}

/** What happened, why, who must act and what to do next. */
export interface Explanation {
  headline: string;
  /** The lines that the headline rests on. */
  cites: number[];
  story: { shown: string | null; text: string; lines: number[]; level: Level }[];
  stage: "sender" | "our-server" | "queue" | "dns" | "their-server" | "mailbox";
  party: "sender" | "recipient" | "our-server" | "their-server" | "dns" | "nobody";
  lasts: "temporary" | "permanent" | null;
  next: { text: string; command: string | null }[];
  missing: string[];
  /** The engine's own name of what decided, richer than a reason. */
  cause: string | null;
  confidence: "none" | "low" | "medium" | "high" | null;
  /** Lines of others that headline and story rest on; `guess` where that they belong here is one. */
  evidence: { lines: number[]; tie: string; guess: boolean }[];
}

export type Level = "info" | "success" | "temporary" | "warning" | "permanent" | "alert";
export type TraceType = "message" | "session" | "scan" | "connection" | "dialogue" | "bounce" | "event";
export type Outcome = "failed" | "partial" | "deferred" | "open" | "unknown" | "delivered";
