import type { Token, Tokens } from 'marked';
import { useMemo, type ReactNode } from 'react';
import { tokensOf } from './tokensOf.ts';
import './Markdown.css';

/**
 * Markdown as elements, never as HTML text: what is written as HTML inside it is shown as the text that it is, pictures
 * are named and not loaded, and a link leads only to a page of the web.
 */
export function Markdown({ text }: { readonly text: string }): ReactNode {
  const tokens = useMemo(() => tokensOf(text), [text]);
  return <div className="markdown">{blocks(tokens)}</div>;
}

function blocks(tokens: readonly Token[]): ReactNode {
  // Tokens have no name of their own: they are known by their place.
  return tokens.map((token, at) => <Block key={at} token={token} />);
}

function Block({ token }: { readonly token: Token }): ReactNode {
  switch (token.type) {
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      // The panel has a heading above these.
      const Tag = depth <= 1 ? 'h3' : depth === 2 ? 'h4' : 'h5';
      return <Tag>{inlines(tokens)}</Tag>;
    }
    case 'paragraph':
      return <p>{inlines((token as Tokens.Paragraph).tokens)}</p>;
    case 'code':
      return (
        <pre>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote>{blocks((token as Tokens.Blockquote).tokens)}</blockquote>;
    case 'list':
      return <List list={token as Tokens.List} />;
    case 'table':
      return <Table table={token as Tokens.Table} />;
    case 'hr':
      return <hr />;
    case 'space':
      return null;
    default:
      return <Inline token={token} />;
  }
}

function List({ list: { ordered, items } }: { readonly list: Tokens.List }): ReactNode {
  const Tag = ordered ? 'ol' : 'ul';
  return (
    <Tag>
      {items.map((item, at) => (
        <li key={at}>
          {item.task && <input type="checkbox" checked={item.checked === true} disabled readOnly />}
          {blocks(item.tokens)}
        </li>
      ))}
    </Tag>
  );
}

function Table({ table: { header, rows } }: { readonly table: Tokens.Table }): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          {header.map((cell, at) => (
            <th key={at} scope="col">
              {inlines(cell.tokens)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, column) => (
              <td key={column}>{inlines(cell.tokens)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function inlines(tokens: readonly Token[] = []): ReactNode {
  return tokens.map((token, at) => <Inline key={at} token={token} />);
}

function Inline({ token }: { readonly token: Token }): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{inlines((token as Tokens.Strong).tokens)}</strong>;
    case 'em':
      return <em>{inlines((token as Tokens.Em).tokens)}</em>;
    case 'del':
      return <del>{inlines((token as Tokens.Del).tokens)}</del>;
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>;
    case 'br':
      return <br />;
    case 'link': {
      const { href, tokens } = token as Tokens.Link;
      return isWebPage(href) ? (
        <a href={href} target="_blank" rel="noreferrer noopener">
          {inlines(tokens)}
        </a>
      ) : (
        inlines(tokens)
      );
    }
    case 'image':
      return (token as Tokens.Image).text;
    case 'text':
    case 'escape': {
      const { tokens, text } = token as Tokens.Text;
      return tokens === undefined ? plain(text) : inlines(tokens);
    }
    default:
      return token.raw;
  }
}

export function isWebPage(href: string): boolean {
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol);
  } catch {
    return false;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': '\u{a0}',
};

/** The few entities that people write; React escapes what is left. */
function plain(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity);
}
