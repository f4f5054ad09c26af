/** The words of a speaker's notes and handouts, in the chosen language. */
import { type SpeakerCatalogue, enSpeaker } from '../../locales/en-speaker.ts';
import { useCatalogue } from '../lab.ts';

export function useSpeakerWords(): SpeakerCatalogue {
  return useCatalogue('speaker', enSpeaker);
}
