/** Data files are read as `unknown` and given a type by the one loader that knows them. */
declare module '#data/*.json' {
  const value: unknown;
  export default value;
}
