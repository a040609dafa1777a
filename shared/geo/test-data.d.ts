/** Gold texts of the reader's tests: read as `unknown` and typed by the test. */
declare module '#tests/data/*.json' {
  const value: unknown;
  export default value;
}
