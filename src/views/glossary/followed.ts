/** Whether a click on a link is for the page to follow, which it then does by itself: with Ctrl or ⌘ a browser opens it elsewhere. */
import type { MouseEvent } from 'react';

export function isFollowedHere(event: MouseEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return false;
  event.preventDefault();
  return true;
}
