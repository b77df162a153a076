import { describe, expect, it } from 'vitest';
import { isRich, mailDocument, restoreStyles } from './mailDocument';

describe('a mail’s document', () => {
  it('leaves out pictures from the internet and counts them', () => {
    const its = mailDocument(
      '<p>Hi</p><img src="https://x.example/a.png" alt="A"><img src="/api/b.png">',
    );
    expect(its.remoteImages).toBe(1);
    expect(its.srcdoc).not.toContain('x.example');
    expect(its.srcdoc).toContain('/api/b.png');
  });

  it('counts those that the server has put aside', () => {
    expect(mailDocument('<img data-remote-src="https://x.example/a.png" alt="A">')).toMatchObject({
      remoteImages: 1,
    });
  });

  it('fetches them through the server when they are asked for, as they are named there', () => {
    const its = mailDocument(
      '<img data-remote-src="//x.example/a.png?b=1" alt="A"><img src="//t.example/p" width="1">',
      (source) => `/through?src=${encodeURIComponent(source)}`,
    );
    expect(its.srcdoc).toContain('/through?src=%2F%2Fx.example%2Fa.png%3Fb%3D1');
    expect(its.srcdoc).not.toContain('t.example');
  });

  it('drops pixels that only report the reading', () => {
    expect(mailDocument('<img src="//t.example/p.gif" width="1" height="1">').srcdoc).not.toContain(
      '<img',
    );
  });

  it('sets styles aside, for the policy refuses them, and puts them back by script', () => {
    const its = mailDocument('<p style="color: red">Hi</p>');
    expect(its.srcdoc).not.toContain(' style=');
    const shown = new DOMParser().parseFromString(its.srcdoc, 'text/html');
    restoreStyles(shown);
    expect(shown.querySelector('p')?.style.color).toBe('red');
  });

  it('puts no address of a picture back', () => {
    const shown = new DOMParser().parseFromString(
      mailDocument('<p style="background: url(https://x.example/a.png)">Hi</p>').srcdoc,
      'text/html',
    );
    restoreStyles(shown);
    expect(shown.querySelector('p')?.getAttribute('style') ?? '').not.toContain('x.example');
  });

  it('never carries script, even if the server let it through', () => {
    const { srcdoc } = mailDocument('<script>alert(1)</script><style>p{}</style><p>Hi</p>');
    expect(srcdoc).not.toMatch(/<script|<style/);
  });

  it('opens links beside the page without telling where from', () => {
    const { srcdoc } = mailDocument('<a href="https://x.example">x</a>');
    expect(srcdoc).toContain('target="_blank"');
    expect(srcdoc).toContain('noopener noreferrer');
  });

  it('knows when the text says as much', () => {
    expect(isRich('<div>Hello<br>there</div>')).toBe(false);
    expect(isRich('<div><b>Hello</b></div>')).toBe(true);
  });
});
