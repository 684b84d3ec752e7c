/** Every text of the interface in English. */
import app from './app.en.json' with { type: 'json' };
import canvas from './canvas.en.json' with { type: 'json' };
import compare from './compare.en.json' with { type: 'json' };
import form from './form.en.json' with { type: 'json' };
import home from './home.en.json' with { type: 'json' };
import panels from './panels.en.json' with { type: 'json' };
import results from './results.en.json' with { type: 'json' };
import tour from './tour.en.json' with { type: 'json' };
import transfer from './transfer.en.json' with { type: 'json' };

export const messages = {
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
