declare module 'punycode.js' {
  const punycode: {
    /** @throws RangeError where a label that begins with `xn--` is no Punycode (RFC 3492). */
    readonly toUnicode: (domain: string) => string;
    readonly toASCII: (domain: string) => string;
  };
  export default punycode;
}
