/** RFC 1035 section 3.3: what each type of record holds, as the checks read it. Names are lower case without a final dot. */
export interface RecordData {
  A: string;
  AAAA: string;
  CNAME: string;
  MX: MailExchange;
  NS: string;
  PTR: string;
  SOA: StartOfAuthority;
  /** As TXT: the type that RFC 7208 section 3.1 took out of use. */
  SPF: string;
  /** The strings of one record joined without a space (RFC 7208 section 3.3), decoded as UTF-8, else as Latin-1. */
  TXT: string;
}
export type RecordType = keyof RecordData;

export interface MailExchange {
  readonly preference: number;
  /** The host; empty for the null MX of RFC 7505. */
  readonly exchange: string;
}

export interface StartOfAuthority {
  readonly mname: string;
  readonly rname: string;
  readonly serial: number;
  /** Seconds. */
  readonly minimum: number;
}

export type FailureReason = 'timeout' | 'servfail' | 'refused' | 'malformed';

/** The names that the answer went through, the question's own name not among them: the last one holds the records. */
type Chain = readonly string[];

/**
 * What DNS said to one question. Absent (`nodata`, `nxdomain`) and unknown (`failed`) are different values, so that no
 * caller can take the one for the other.
 */
export type Answer<T extends RecordType = RecordType> = Found<RecordData[T]> | Absent | Failed;

export interface Found<Data> {
  readonly kind: 'found';
  readonly records: readonly Data[];
  readonly cname: Chain;
  /** Seconds that the answer may be kept: the least of its records' and its chain's. */
  readonly ttl: number;
}

/** `nodata`: the name exists, without records of this type. `nxdomain`: the name does not exist (of the last one in the chain). */
export interface Absent {
  readonly kind: 'nodata' | 'nxdomain';
  readonly cname: Chain;
  /** Seconds that the absence may be kept (RFC 2308 section 5); null where no SOA record told. */
  readonly negativeTtl: number | null;
}

export interface Failed {
  readonly kind: 'failed';
  readonly reason: FailureReason;
}

export interface Resolver {
  /**
   * @param name an ASCII name without a final dot; what is no DNS name (an empty or too long label) is answered `nxdomain`.
   * @returns what DNS says. Never rejects: trouble on the way is `failed`.
   */
  resolve<T extends RecordType>(name: string, type: T): Promise<Answer<T>>;
  /** What `resolve` would answer, where that is known without asking: to wait for it takes longer than to read it. */
  readonly known?: <T extends RecordType>(name: string, type: T) => Answer<T> | undefined;
}

/** The records found; none where the answer is anything else. */
export const recordsOf = <Data>(answer: Found<Data> | Absent | Failed): readonly Data[] =>
  answer.kind === 'found' ? answer.records : [];

export const isVoid = (answer: Found<unknown> | Absent | Failed): answer is Absent =>
  answer.kind === 'nodata' || answer.kind === 'nxdomain';

export interface CountingResolver extends Resolver {
  /** Different questions asked so far. */
  readonly questions: () => number;
  readonly asked: (name: string, type: RecordType) => boolean;
  readonly known: NonNullable<Resolver['known']>;
}

/** One question once: who asks again, in whatever part of a check, gets the first one's answer. */
export const askOnce = (resolver: Resolver): CountingResolver => {
  const asked: { [T in RecordType]?: Map<string, Answer | Promise<Answer>> } = {};
  let questions = 0;

  const namesOf = (type: RecordType): Map<string, Answer | Promise<Answer>> => {
    asked[type] ??= new Map();
    return asked[type];
  };

  const keep = <Kept extends Answer | Promise<Answer>>(type: RecordType, name: string, answer: Kept): Kept => {
    questions += 1;
    namesOf(type).set(name, answer);
    return answer;
  };

  /** What is known of the name, else the answer that is waited for; undefined where nobody has asked yet. */
  const heard = (name: string, type: RecordType): Answer | Promise<Answer> | undefined => {
    const before = namesOf(type).get(name);
    if (before !== undefined) return before;
    const known = resolver.known?.(name, type);
    return known === undefined ? undefined : keep(type, name, known);
  };

  return {
    questions: () => questions,
    asked: (name, type) => asked[type]?.has(name.toLowerCase()) === true,
    known: <T extends RecordType>(name: string, type: T) => {
      const answer = heard(name.toLowerCase(), type);
      return answer instanceof Promise ? undefined : (answer as Answer<T> | undefined);
    },
    resolve: <T extends RecordType>(name: string, type: T): Promise<Answer<T>> => {
      const key = name.toLowerCase();
      const answer = heard(key, type);
      if (answer !== undefined) return Promise.resolve(answer) as Promise<Answer<T>>;
      const asking = keep(type, key, resolver.resolve(name, type));
      // Where it throws, whoever waits for it hears of it.
      asking.then(
        (answer) => namesOf(type).set(key, answer),
        () => undefined,
      );
      return asking;
    },
  };
};
