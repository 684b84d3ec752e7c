import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const installed: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((variable) =>
    path.join(process.env[variable] ?? '', 'Google', 'Chrome', 'Application', 'chrome.exe'),
  ),
};

/**
 * Opens a headless browser: the one that CHROME_PATH names, else an installed Chrome or Chromium,
 * else, on Linux, the one that npm brought. The caller closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  const candidates = [process.env['CHROME_PATH'] ?? '', ...(installed[process.platform] ?? [])];
  const found = candidates.find((file) => file !== '' && existsSync(file));
  if (found === undefined && process.platform !== 'linux') {
    throw new Error(
      'Browser tests need Chrome or Chromium: install one, or name it in CHROME_PATH.',
    );
  }
  return chromium.launch({
    executablePath: found ?? (await unpackChromium()),
    // A container has neither a user namespace for the sandbox nor a large /dev/shm.
    args: process.platform === 'linux' ? ['--no-sandbox', '--disable-dev-shm-usage'] : [],
  });
}

/** Takes some seconds the first time: the binary is unpacked into the temporary folder. */
async function unpackChromium(): Promise<string> {
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}
