/** One action of a step: what, to whom, and how much. */
import type { Action, ActionKind } from '../../sim/action.ts';
import { type Sid, sidOf } from '../../zookeeper/ids.ts';
import { OccurrenceForm } from '../stops/OccurrenceForm.tsx';
import {
  ACTION_FIELDS,
  type ActionContext,
  type Field,
  FORM_OPERATIONS,
  type FormOperation,
  MESSAGE_TYPES,
  NEW_KINDS,
  actionOf,
  letterOf,
  operationOf,
  regrouped,
} from './action-form.ts';
import styles from './Form.module.css';
import { Labelled } from './Labelled.tsx';
import { usePlanWords } from './plan-words.ts';

interface FieldsProps {
  readonly action: Action;
  readonly context: ActionContext;
  readonly onChange: (action: Action) => void;
}

interface ActionFormProps extends FieldsProps {
  /** It waits for something already, and waits for nothing more here. */
  readonly isHeld?: boolean;
}

const LETTERS = ['A', 'B', 'C', 'D', 'E'];

export function ActionForm({ action, context, onChange, isHeld = false }: ActionFormProps) {
  const { plan } = usePlanWords();
  const fields = isHeld && action.do === 'hold' ? null : ACTION_FIELDS[action.do];
  const offered = isHeld ? NEW_KINDS.filter((kind) => kind !== 'hold') : NEW_KINDS;
  const kinds = fields === null ? [action.do] : offered;
  return (
    <>
      <Labelled label={plan.form.what} wide>
        <select
          value={action.do}
          disabled={fields === null}
          // The options are kinds of actions.
          onChange={(event) => onChange(actionOf(event.target.value as ActionKind, action, context))}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {plan.form.kinds[kind]}
            </option>
          ))}
        </select>
      </Labelled>
      {fields === null && <p className={styles.hint}>{plan.form.kept}</p>}
      {fields?.map((field) => (
        <FieldInput
          key={'name' in field ? field.name : field.kind}
          field={field}
          action={action}
          context={context}
          onChange={onChange}
        />
      ))}
    </>
  );
}

function FieldInput({ field, action, context, onChange }: FieldsProps & { readonly field: Field }) {
  const words = usePlanWords();
  const { fields, millis } = words.plan.form;
  switch (field.kind) {
    case 'server':
      return (
        <Labelled label={fields[field.name]}>
          <select
            value={valueOf(action, field.name)}
            onChange={(event) => onChange(withValue(action, field.name, sidOf(Number(event.target.value))))}
          >
            {context.sids.map((sid) => (
              <option key={sid} value={sid}>
                {words.server(sid)}
              </option>
            ))}
          </select>
        </Labelled>
      );
    case 'end':
      return (
        <Labelled label={fields[field.name]}>
          <select
            value={valueOf(action, field.name)}
            onChange={(event) => {
              const sid = context.sids.find((one) => String(one) === event.target.value);
              onChange(withValue(action, field.name, sid ?? event.target.value));
            }}
          >
            {context.sids.map((sid) => (
              <option key={sid} value={sid}>
                {words.server(sid)}
              </option>
            ))}
            {endsOf(action, context).map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </Labelled>
      );
    case 'message':
      return (
        <Labelled label={fields.packet}>
          <select
            value={valueOf(action, 'packet')}
            onChange={(event) => onChange(withValue(action, 'packet', event.target.value))}
          >
            {MESSAGE_TYPES.map((type) => (
              <option key={type} value={type}>
                {words.message.name(type)}
              </option>
            ))}
          </select>
        </Labelled>
      );
    case 'millis':
    case 'count':
      return (
        <Labelled label={field.kind === 'millis' ? `${fields[field.name]} (${millis})` : fields[field.name]}>
          <input
            type="number"
            min={field.name === 'offsetMillis' ? undefined : 0}
            step={1}
            value={valueOf(action, field.name)}
            onChange={({ target }) => {
              const isLeftOut = 'optional' in field && target.value === '';
              onChange(isLeftOut ? without(action, field.name) : withValue(action, field.name, target.valueAsNumber));
            }}
          />
        </Labelled>
      );
    case 'choice':
      return (
        <Labelled label={fields[field.name]}>
          <select
            value={valueOf(action, field.name) || field.options[0]}
            onChange={(event) => onChange(withChoice(action, field.name, event.target.value))}
          >
            {field.options.map((option) => (
              <option key={option} value={option}>
                {words.plan.form.choices[option]}
              </option>
            ))}
          </select>
        </Labelled>
      );
    case 'client':
      return (
        <Labelled label={fields.client}>
          <input
            type="text"
            list="clients"
            autoComplete="off"
            spellCheck={false}
            value={valueOf(action, 'client')}
            onChange={(event) => onChange(withValue(action, 'client', event.target.value))}
          />
          <datalist id="clients">
            {context.clients.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </datalist>
        </Labelled>
      );
    case 'text':
      return (
        <Labelled label={fields[field.name]}>
          <input
            type="text"
            spellCheck={false}
            value={valueOf(action, field.name)}
            onChange={(event) => onChange(withValue(action, field.name, event.target.value))}
          />
        </Labelled>
      );
    case 'groups':
      return action.do === 'partition' ? (
        <div className={styles.groups}>
          {context.sids.map((sid) => (
            <label key={sid} className={styles.group}>
              <span aria-hidden="true">{words.server(sid)}</span>
              <select
                aria-label={fields.groupOf(words.server(sid))}
                value={letterOf(action.groups, sid)}
                onChange={(event) => onChange({ ...action, groups: regrouped(action.groups, sid, event.target.value) })}
              >
                <option value="">{fields.noGroup}</option>
                {LETTERS.map((letter) => (
                  <option key={letter}>{letter}</option>
                ))}
              </select>
            </label>
          ))}
        </div>
      ) : null;
    case 'hold':
      return action.do === 'hold' ? <HoldFields action={action} context={context} onChange={onChange} /> : null;
    default:
      return action.do === 'call' ? <OperationFields action={action} onChange={onChange} /> : null;
  }
}

/** Two forms that have fields of the same name: each is a group with its own. */
function HoldFields({ action, context, onChange }: FieldsProps & { readonly action: Extract<Action, { do: 'hold' }> }) {
  const { plan } = usePlanWords();
  const { fields } = plan.form;
  const { nth = 1 } = action;
  return (
    <>
      <fieldset className={styles.part}>
        <legend>{fields.until}</legend>
        <OccurrenceForm value={action.until} sids={context.sids} onChange={(until) => onChange({ ...action, until })} />
        <Labelled label={fields.nth}>
          <input
            type="number"
            min={1}
            step={1}
            value={Number.isNaN(nth) ? '' : nth}
            onChange={(event) => onChange({ ...action, nth: event.target.valueAsNumber })}
          />
        </Labelled>
      </fieldset>
      <fieldset className={styles.part}>
        <legend>{fields.held}</legend>
        <ActionForm
          action={action.action}
          context={context}
          onChange={(held) => onChange({ ...action, action: held })}
          isHeld
        />
      </fieldset>
    </>
  );
}

function OperationFields({
  action,
  onChange,
}: {
  readonly action: Extract<Action, { do: 'call' }>;
  readonly onChange: (action: Action) => void;
}) {
  const { plan } = usePlanWords();
  const { operation } = action;
  const known = FORM_OPERATIONS.find((op) => op === operation.op);
  const path = 'path' in operation ? operation.path : '/a';
  const data = 'data' in operation ? operation.data : '';
  const change = (op: FormOperation, part: Partial<{ path: string; data: string }>) =>
    onChange({ ...action, operation: operationOf(op, { path, data, ...part }) });
  return (
    <>
      <Labelled label={plan.form.fields.operation}>
        <select
          value={operation.op}
          // The options are operations of the form.
          onChange={(event) => change(event.target.value as FormOperation, {})}
        >
          {known === undefined && <option>{operation.op}</option>}
          {FORM_OPERATIONS.map((op) => (
            <option key={op}>{op}</option>
          ))}
        </select>
      </Labelled>
      {known === undefined && <p className={styles.hint}>{plan.form.kept}</p>}
      {known !== undefined && (
        <Labelled label={plan.form.fields.path}>
          <input
            type="text"
            spellCheck={false}
            value={path}
            onChange={(event) => change(known, { path: event.target.value })}
          />
        </Labelled>
      )}
      {(known === 'create' || known === 'setData') && (
        <Labelled label={plan.form.fields.data}>
          <input
            type="text"
            spellCheck={false}
            value={data}
            onChange={(event) => change(known, { data: event.target.value })}
          />
        </Labelled>
      )}
    </>
  );
}

/** Clients there are, and those that the step names. */
function endsOf(action: Action, { clients }: ActionContext): readonly string[] {
  const named = 'packet' in action ? [action.from, action.to].filter((one) => typeof one === 'string') : [];
  return [...new Set([...clients, ...named])];
}

type Name = Extract<Field, { readonly name: string }>['name'];

function valueOf(action: Action, name: Name): string | number {
  const value = (action as Readonly<Partial<Record<Name, string | number>>>)[name] ?? '';
  return Number.isNaN(value) ? '' : value;
}

/** The table of fields gives an action its own names alone. */
function withValue(action: Action, name: Name, value: string | number | Sid): Action {
  return { ...action, [name]: value };
}

/** Any of them is said by leaving the field out. */
function withChoice(action: Action, name: Name, value: string): Action {
  return value === 'any' ? without(action, name) : { ...action, [name]: value };
}

/** A field that may be absent is. */
function without(action: Action, name: Name): Action {
  const { [name]: _, ...rest } = action as Action & Partial<Record<Name, unknown>>;
  return rest as Action;
}
