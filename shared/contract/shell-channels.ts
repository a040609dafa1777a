/** The three channels between shell and page; all else goes over the port. */
export const CONNECT_CHANNEL = 'prihatin:connect';
export const PORT_CHANNEL = 'prihatin:port';
export const SHELL_CHANNEL = 'prihatin:shell';
/** The preload finds its window's role behind this word of its command line. */
export const ROLE_WORD = '--prihatin-role=';
