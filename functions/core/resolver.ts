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
}

/** One question once: who asks again, in whatever part of a check, gets the first one's answer. */
export const askOnce = (resolver: Resolver): CountingResolver => {
  const asked: { [T in RecordType]?: Map<string, Promise<Answer>> } = {};
  let questions = 0;
  return {
    questions: () => questions,
    asked: (name, type) => asked[type]?.has(name.toLowerCase()) === true,
    resolve: <T extends RecordType>(name: string, type: T): Promise<Answer<T>> => {
      const names: Map<string, Promise<Answer>> = asked[type] ?? new Map();
      asked[type] = names;
      const key = name.toLowerCase();
      let answer = names.get(key) as Promise<Answer<T>> | undefined;
      if (answer === undefined) {
        answer = resolver.resolve(name, type);
        questions += 1;
        names.set(key, answer);
      }
      return answer;
    },
  };
};
