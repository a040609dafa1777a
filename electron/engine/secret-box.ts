/** Keeps short secrets (a refresh token, the device's key) unreadable on disk where the shell offers a keychain. */
export interface SecretBox {
  /** True when a key of the operating system guards what `seal` gives. */
  readonly guarded: boolean;
  seal(text: string): string;
  /** @throws Error when `sealed` was sealed by another box. */
  open(sealed: string): string;
}

const PLAIN = 'plain:';

/** No keychain: secrets lie as they are, and the session says that the store is not protected. */
export const PLAIN_BOX: SecretBox = {
  guarded: false,
  seal: (text) => `${PLAIN}${text}`,
  open: (sealed) => {
    if (!sealed.startsWith(PLAIN)) throw new Error('sealed by a keychain that is not here');
    return sealed.slice(PLAIN.length);
  },
};
