/** The home that the settings name: through the server that holds it, or opened here. */
import { setTimeout as pause } from 'node:timers/promises';
import { EsteiraError } from '#schemas/errors.ts';
import { readConfig } from '#server/config.ts';
import { openLog } from '#server/log.ts';
import { homeOwner, openServices } from '#server/services/open.ts';
import type { Terminal } from '../terminal.ts';
import type { Home } from './home.ts';
import { homeHere } from './here.ts';
import { homeThere } from './there.ts';

/** Two commands on one home work one after the other; a home that is held for longer than this is told of. */
const PATIENCE_MS = 10 * 60_000;
const BETWEEN_MS = 200;

const waits = {
  en: (process: number) =>
    `Another command (process ${process}) works on this home; waiting for it.`,
  'pt-BR': (process: number) =>
    `Outro comando (processo ${process}) está usando esta pasta; aguardando.`,
};

/** Throws `home-not-writable`, or `home-in-use` where another command holds it for too long. */
export async function openHome(terminal: Terminal): Promise<Home> {
  const config = readConfig(terminal.env);
  const deadline = Date.now() + PATIENCE_MS;
  for (let told = false; ; await pause(BETWEEN_MS)) {
    const owner = await homeOwner(config.home);
    if (owner?.url) return homeThere({ url: owner.url, token: owner.token });
    try {
      return homeHere(await openServices(config, { command: true, log: openLog(config.home) }));
    } catch (error) {
      const isHeld = error instanceof EsteiraError && error.code === 'home-in-use';
      if (!isHeld || Date.now() > deadline) throw error;
      // A server that is starting holds its home for a moment before it says where it answers.
      if (!told && owner) terminal.note(waits[terminal.locale](owner.process));
      told ||= owner !== undefined;
    }
  }
}
