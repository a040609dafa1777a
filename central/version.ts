declare const __APP_VERSION__: string | undefined;

/** The product's version, put in by the build; `dev` when run from source. */
export const VERSION: string = typeof __APP_VERSION__ === 'string' ? __APP_VERSION__ : 'dev';
