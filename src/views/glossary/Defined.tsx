/** Text in which the glossary's words are defined, each where it first stands. Until they have come it is text alone. */
import type { ReactNode } from 'react';
import type { EntryId } from '../../glossary/entries.ts';
import type { Piece } from '../../glossary/marked.ts';
import { later } from '../later.ts';
import { useLanguage } from '../lesson/lesson-words.ts';
import { Word } from './Word.tsx';

const useMarked = later(() => import('../../glossary/marked.ts'));

type Reach = 'tab' | 'pointer';

/** `reach`: see `Word`; what the Tab key passes by are labels, and what they name stands below them. */
export function Defined({ text, reach = 'tab' }: { readonly text: string; readonly reach?: Reach }) {
  const piecesOf = usePieces();
  return drawn(piecesOf(text, new Set()), reach);
}

/** Paragraphs, with an empty line between each two. */
export function DefinedParagraphs({ text }: { readonly text: string }) {
  const piecesOf = usePieces();
  const seen = new Set<EntryId>();
  return text.split('\n\n').map((paragraph) => <p key={paragraph}>{drawn(piecesOf(paragraph, seen), 'tab')}</p>);
}

function usePieces(): (text: string, seen: Set<EntryId>) => readonly Piece[] {
  const marker = useMarked();
  const language = useLanguage();
  return (text, seen) => marker?.marked(text, language, seen) ?? [text];
}

function drawn(pieces: readonly Piece[], reach: Reach): ReactNode {
  return pieces.map((piece) =>
    typeof piece === 'string' ? (
      piece
    ) : (
      <Word key={piece.id} id={piece.id} reach={reach} side={reach === 'tab' ? 'below' : 'above'}>
        {piece.text}
      </Word>
    ),
  );
}
