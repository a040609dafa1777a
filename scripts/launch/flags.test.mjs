import { describe, expect, it } from 'vitest';
import { readFlags } from './flags.mjs';

const fails = (words) => {
  try {
    readFlags(words);
  } catch (error) {
    return error.message;
  }
  return 'was taken';
};

describe('flags of npm start', () => {
  it('passes the console its own flags and keeps --headless for itself', () => {
    const flags = readFlags(['--data', '/tmp/x y', '--headless', '--lang', 'ms', '--wall']);
    expect(flags.headless).toBe(true);
    expect(flags.app).toEqual(['--data', '/tmp/x y', '--lang', 'ms', '--wall']);
  });

  it('needs a central, or --embedded said aloud, for a live profile', () => {
    expect(fails(['--profile', 'live'])).toContain('--central URL, or --embedded');
    expect(readFlags(['--profile', 'live', '--embedded']).app).toEqual(['--profile', 'live', '--embedded']);
  });

  it.each([
    [['--profil', 'demo'], "Unknown option '--profil'"],
    [['--lang', 'fr'], '--lang is ms or en, not "fr"'],
    [['--central', 'central.example'], '--central wants an address'],
    [['--central', 'http://127.0.0.1:1', '--embedded'], 'exclude each other'],
    [['--port', '70000'], '--port is a number up to 65535'],
  ])('refuses %j in words', (words, part) => expect(fails(words)).toContain(part));
});
