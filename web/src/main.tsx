import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Home } from './home/Home.tsx';
import { textsFor } from './i18n/texts.ts';
import './main.css';

const { locale, texts } = textsFor(navigator.language);
document.documentElement.lang = locale;

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');

createRoot(root).render(
  <StrictMode>
    <Home texts={texts} />
  </StrictMode>,
);
