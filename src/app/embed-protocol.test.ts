import { expect, it } from 'vitest';
import { readHostMessage } from './embed-protocol.ts';

// oxfmt-ignore
it.each([
  [{ do: 'open', link: 'https://x.org/z/#scenario=partition' }, { do: 'open', link: '#scenario=partition' }],
  [{ do: 'open', scenario: { id: 'x' } },                       { do: 'open', scenario: { id: 'x' } }],
  [{ do: 'play' },                                              { do: 'play' }],
  [{ do: 'toEnd' },                                             { do: 'toEnd' }],
  [{ do: 'seek', event: 0 },                                    { do: 'seek', event: 0 }],
  [{ do: 'seek', time: 1200 },                                  { do: 'seek', time: 1200 }],
  [{ do: 'step' },                                              { do: 'step', by: 1, to: 'event' }],
  [{ do: 'step', by: -1, to: 'change' },                        { do: 'step', by: -1, to: 'change' }],
  [{ do: 'lesson', step: 3 },                                   { do: 'lesson', step: 3 }],
  [{ do: 'lesson', go: 'back' },                                { do: 'lesson', go: 'back' }],
  [{ do: 'speed', speed: 0.5 },                                 { do: 'speed', speed: 0.5 }],
  [{ do: 'theme', theme: 'dark' },                              { do: 'theme', theme: 'dark' }],
] as const)('%j is understood', (fields, command) => {
  expect(readHostMessage({ zabscope: 1, id: 7, ...fields })).toEqual({ ok: true, value: { id: 7, command } });
});

// oxfmt-ignore
it.each([
  [{ zabscope: 2, do: 'play' },                        'zabscope', 'must be 1'],
  [{ zabscope: 1 },                                    'do',       'must be one of open, play'],
  [{ zabscope: 1, do: 'constructor' },                 'do',       'must be one of'],
  [{ zabscope: 1, do: 'play', id: {} },                'id',       'a text or a number'],
  [{ zabscope: 1, do: 'play', speed: 2 },              'speed',    'play takes nothing'],
  [{ zabscope: 1, do: 'seek', evnt: 2 },               'evnt',     'seek takes event, time'],
  [{ zabscope: 1, do: 'seek' },                        'event',    'either an event or a time'],
  [{ zabscope: 1, do: 'seek', event: 1, time: 2 },     'event',    'either an event or a time'],
  [{ zabscope: 1, do: 'seek', event: -1 },             'event',    'whole number from 0 on'],
  [{ zabscope: 1, do: 'seek', time: 0.5 },             'time',     'in milliseconds'],
  [{ zabscope: 1, do: 'seek', event: '3' },            'event',    'whole number'],
  [{ zabscope: 1, do: 'step', by: 2 },                 'by',       '1, forward, or -1, back'],
  [{ zabscope: 1, do: 'step', to: 'phase' },           'to',       'event or change'],
  [{ zabscope: 1, do: 'lesson' },                      'step',     'either a step or where to go'],
  [{ zabscope: 1, do: 'lesson', step: 0 },             'step',     'whole number from 1 on'],
  [{ zabscope: 1, do: 'lesson', go: 'on' },            'go',       'next or back'],
  [{ zabscope: 1, do: 'speed', speed: 0 },             'speed',    'from 0.01 to 100'],
  [{ zabscope: 1, do: 'speed', speed: NaN },           'speed',    'from 0.01 to 100'],
  [{ zabscope: 1, do: 'theme', theme: 'blue' },        'theme',    'light, dark or system'],
  [{ zabscope: 1, do: 'open', link: 'javascript:1' },  'link',     'from its # on'],
  [{ zabscope: 1, do: 'open' },                        'link',     'either a link or a scenario'],
] as const)('%j: %s %s', (data, field, message) => {
  const read = readHostMessage(data);
  expect(read).toMatchObject({ ok: false, error: { field } });
  expect(read?.ok === false && read.error.message).toContain(message);
});

it.each([null, 'play', 1, [], { do: 'play' }, { source: 'react-devtools' }])('%j is none of ours', (data) => {
  expect(readHostMessage(data)).toBeNull();
});

it('the id comes back even with what is wrong', () => {
  expect(readHostMessage({ zabscope: 1, id: 'a', do: 'jump' })).toMatchObject({ ok: false, error: { id: 'a' } });
});
