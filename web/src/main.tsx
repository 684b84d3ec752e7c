import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import './theme/tokens.css';
import './theme/mantine.css';
import './theme/base.css';
import './theme/buttons.css';
import { App } from './app/App.tsx';
import { startView } from './store/keepView.ts';
import { editor } from './store/theEditor.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');

startView(editor);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
