// The parts of forms, proved against the stock fixtures.
import { Button } from './button.tsx'
import { Checkboxes, Radios } from './choices.tsx'
import { DateInput, type DatePart } from './date-input.tsx'
import { Fieldset } from './fieldset.tsx'
import { FileUpload } from './file-upload.tsx'
import { content, extra, type Options, type Port, prove, raw } from './fixtures.ts'
import { ErrorMessage, Hint, Label } from './label.tsx'
import { Select } from './select.tsx'
import { TextInput } from './text-input.tsx'
import { CountedTextarea, Textarea } from './textarea.tsx'

const field = (o: Options) => ({
  ...extra(o),
  id: o.id,
  name: o.name,
  label: content(o.label),
  labelClass: o.label?.classes,
  labelIsHeading: o.label?.isPageHeading,
  hint: content(o.hint),
  error: content(o.errorMessage),
  describedBy: o.describedBy,
  groupClass: o.formGroup?.classes,
  disabled: o.disabled,
})
const question = (o: Options) => ({
  ...extra(o),
  legend: content(o.fieldset?.legend),
  legendClass: o.fieldset?.legend?.classes,
  legendIsHeading: o.fieldset?.legend?.isPageHeading,
  hint: content(o.hint),
  error: content(o.errorMessage),
  describedBy: o.fieldset?.describedBy ?? o.describedBy,
  groupClass: o.formGroup?.classes,
})
const choice = (item: Options) =>
  item.divider
    ? { divider: item.divider }
    : {
        value: item.value,
        label: content(item),
        hint: content(item.hint),
        reveals: item.conditional?.html && raw(item.conditional.html),
        checked: item.checked,
        disabled: item.disabled,
        id: item.id,
        attributes: item.attributes,
        name: item.name,
        isExclusive: item.behaviour === 'exclusive',
      }
const dateParts = ['day', 'month', 'year'] as const
const faulty = (o: Options): DatePart[] | undefined => {
  const named = dateParts.filter(part => o[part]?.error)
  const cleared = dateParts.filter(part => o[part]?.error === false)
  if (named.length > 0) return named
  return cleared.length > 0 ? dateParts.filter(part => !cleared.includes(part)) : undefined
}

const decoratedFieldset = {
  'fieldset.classes': 'the question takes the class',
  'fieldset.attributes': 'the question takes the attributes',
}

const ports: Record<string, Port> = {
  button: {
    draw: o => (
      <Button {...o} {...extra(o)} isStart={o.isStartButton}>
        {o.html && o.isStartButton ? <span>{raw(o.html)}</span> : content(o)}
      </Button>
    ),
  },
  label: {
    draw: o =>
      content(o) ? (
        <Label {...extra(o)} for={o.for} isHeading={o.isPageHeading}>
          {content(o)}
        </Label>
      ) : (
        <></>
      ),
  },
  hint: {
    draw: o => (
      <Hint {...extra(o)} id={o.id}>
        {content(o)}
      </Hint>
    ),
  },
  'error-message': {
    draw: o => (
      <ErrorMessage {...extra(o)} id={o.id} hiddenWord={o.visuallyHiddenText === false ? '' : o.visuallyHiddenText}>
        {content(o)}
      </ErrorMessage>
    ),
  },
  input: {
    draw: o => <TextInput {...o} {...field(o)} prefix={content(o.prefix)} suffix={content(o.suffix)} />,
    without: {
      'prefix.classes': 'no page needs it',
      'prefix.attributes': 'no page needs it',
      'suffix.classes': 'no page needs it',
      'suffix.attributes': 'no page needs it',
      inputWrapper: 'no page needs it',
    },
  },
  textarea: { draw: o => <Textarea {...o} {...field(o)} /> },
  'character-count': {
    draw: o => <CountedTextarea {...o} {...field(o)} maxCharacters={o.maxlength} maxWords={o.maxwords} />,
    without: {
      countType: 'maxCharacters or maxWords says it',
      countMessage: 'no page needs it',
      textareaDescriptionText: 'English only so far',
      charactersUnderLimitText: 'English only so far',
      charactersAtLimitText: 'English only so far',
      charactersOverLimitText: 'English only so far',
      wordsUnderLimitText: 'English only so far',
      wordsAtLimitText: 'English only so far',
      wordsOverLimitText: 'English only so far',
      'no maxlength': 'a limit set by script only has no place on our pages',
    },
  },
  select: {
    draw: o => <Select {...o} {...field(o)} options={(o.items ?? []).filter(Boolean)} />,
    without: { 'fixture with falsy values': 'values are texts or numbers' },
  },
  'file-upload': {
    draw: o => <FileUpload {...field(o)} multiple={o.multiple} dropZone={o.javascript} />,
    without: {
      wrapperClasses: 'no page needs it',
      wrapperAttributes: 'no page needs it',
      chooseFilesButtonText: 'English only so far',
      dropInstructionText: 'English only so far',
      noFileChosenText: 'English only so far',
      multipleFilesChosenText: 'English only so far',
      enteredDropZoneText: 'English only so far',
      leftDropZoneText: 'English only so far',
    },
  },
  fieldset: {
    draw: o => (
      <Fieldset
        {...extra(o)}
        legend={content(o.legend)}
        legendClass={o.legend?.classes}
        legendIsHeading={o.legend?.isPageHeading}
        describedBy={o.describedBy}
        role={o.role}
      >
        {o.html && raw(o.html)}
      </Fieldset>
    ),
  },
  'date-input': {
    draw: o => (
      <DateInput
        {...question(o)}
        id={o.id}
        namePrefix={o.namePrefix}
        parts={dateParts.filter(part => o[part] !== false)}
        faulty={faulty(o)}
        values={Object.fromEntries(
          dateParts.map(part => [part, o[part]?.value ?? o.values?.[o.namePrefix ? `${o.namePrefix}-${part}` : part]]),
        )}
      />
    ),
    without: {
      'items[]': 'parts says which',
      'day.label': 'English only so far',
      'day.name': 'names follow from the prefix',
      'month.name': 'names follow from the prefix',
      'year.name': 'names follow from the prefix',
      'day.classes': 'faulty says which',
      'month.classes': 'faulty says which',
      'year.classes': 'faulty says which',
    },
  },
  radios: {
    draw: o => (
      <Radios
        {...question(o)}
        name={o.name}
        id={o.idPrefix}
        value={o.value}
        items={o.items.filter(Boolean).map(choice)}
      />
    ),
    without: {
      ...decoratedFieldset,
      'items[].label': 'no page needs it',
      'fixture with falsy items': 'items are always items',
    },
  },
  checkboxes: {
    draw: o => (
      <Checkboxes
        {...question(o)}
        name={o.name}
        id={o.idPrefix}
        values={o.values}
        items={o.items.filter(Boolean).map(choice)}
      />
    ),
    without: {
      ...decoratedFieldset,
      'items[].label': 'no page needs it',
      'fixture with falsy values': 'values are texts or numbers',
    },
  },
}

prove(ports)
