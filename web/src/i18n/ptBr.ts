/** Every text of the interface in Brazilian Portuguese. */
import type { Messages } from './messages.ts';
import app from './app.pt-BR.json' with { type: 'json' };
import canvas from './canvas.pt-BR.json' with { type: 'json' };
import compare from './compare.pt-BR.json' with { type: 'json' };
import form from './form.pt-BR.json' with { type: 'json' };
import home from './home.pt-BR.json' with { type: 'json' };
import panels from './panels.pt-BR.json' with { type: 'json' };
import results from './results.pt-BR.json' with { type: 'json' };
import tour from './tour.pt-BR.json' with { type: 'json' };
import transfer from './transfer.pt-BR.json' with { type: 'json' };

export const messages: Messages = {
  ...app,
  ...canvas,
  ...compare,
  ...form,
  ...home,
  ...panels,
  ...results,
  ...tour,
  ...transfer,
};
