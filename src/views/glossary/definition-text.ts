/** The id of the element that says what the shown word means: the word is described by it. */
export const DEFINITION_TEXT = 'definition-text';
