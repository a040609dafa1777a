/** Put in by the build: the version of this product. */
declare const __APP_VERSION__: string;
