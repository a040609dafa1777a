import { createHash } from 'node:crypto';
import type { MessageRef } from '#shared/domain/message-ref.ts';
import type { Lang } from '#shared/text/lang.ts';
import { sayRef } from '#shared/text/say.ts';

/** What the page says: a form to fill in, perhaps again; that it is done; that the link is not good. */
export type SetupView =
  | { show: 'form'; bad: readonly BadField[]; given: { username: string; name: string } }
  | { show: 'done'; username: string }
  | { show: 'gone' };
export type BadField = 'username' | 'name' | 'password' | 'taken';
type Params = NonNullable<MessageRef['params']>;

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:28rem;margin:3rem auto;padding:0 1rem}
label{display:block;margin:1rem 0 0}input{display:block;box-sizing:border-box;width:100%;font:inherit;padding:.5rem}
button{font:inherit;margin:1.5rem 0 0;padding:.6rem 1.2rem}[role=alert]{border-left:4px solid;padding-left:.75rem}nav{text-align:right}`;

/** Headers under which the page may load nothing, run nothing, and send its form to central alone. */
export const SETUP_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The whole page as HTML, without scripts or other files. */
export function setupPage(lang: Lang, view: SetupView): string {
  const say = (key: string, params: Params = {}) => escapeHtml(sayRef(lang, { key, params }));
  const other = lang === 'ms' ? { lang: 'en', name: 'English' } : { lang: 'ms', name: 'Bahasa Melayu' };
  const title = say(view.show === 'form' ? 'setup.title' : `setup.${view.show}.title`);
  const more = view.show === 'gone' ? `<p>${say('setup.gone')}</p>` : '';
  const done =
    view.show === 'done'
      ? `<p role="status">${say('setup.done', { username: { t: 'text', v: view.username } })}</p>`
      : '';
  const form = view.show === 'form' ? formOf(view, say) : '';
  const nav =
    view.show === 'done'
      ? ''
      : `<nav><a href="?lang=${other.lang}" lang="${other.lang}" hreflang="${other.lang}">${other.name}</a></nav>`;
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body>${nav}<main><h1>${title}</h1>${more}${done}${form}</main></body></html>`;
}

function formOf(
  { bad, given }: Extract<SetupView, { show: 'form' }>,
  say: (key: string, params?: Params) => string,
): string {
  const problems = bad.map((field) => `<li>${say(`setup.bad.${field}`)}</li>`).join('');
  const alert = problems === '' ? '' : `<ul role="alert">${problems}</ul>`;
  const field = (name: 'username' | 'name', autocomplete: string) =>
    `<label>${say(`setup.${name}`)}<input name="${name}" value="${escapeHtml(given[name])}" autocomplete="${autocomplete}" required></label>`;
  return `<p>${say('setup.intro')}</p>${alert}<form method="post">${field('username', 'username')}${field('name', 'name')}<label>${say('setup.password')}<input name="password" type="password" minlength="12" maxlength="200" autocomplete="new-password" aria-describedby="hint" required></label><small id="hint">${say('setup.password.hint')}</small><div><button>${say('setup.send')}</button></div></form>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
