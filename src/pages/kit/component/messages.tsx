// What the page tells the person: errors, warnings, notices, things to note.
import { type Attributes, type Content, type Extra, names } from './markup.ts'

export interface ErrorSummaryProps extends Extra {
  title?: Content
  description?: Content
  /** Each with the address of the field it is about: '#happened-on-day'. */
  errors: { message: Content; href?: string | undefined; attributes?: Attributes | undefined }[]
  disableAutoFocus?: boolean | undefined
}

/** All that is wrong with a form, at the top of the page. */
export function ErrorSummary({ title = 'There is a problem', ...props }: ErrorSummaryProps) {
  return (
    <div
      class={names('govuk-error-summary', props.class)}
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {props.description && <p>{props.description}</p>}
          {props.errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {props.errors.map(error => (
                <li>
                  {error.href ? (
                    <a href={error.href} {...error.attributes}>
                      {error.message}
                    </a>
                  ) : (
                    error.message
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}

/** Something set apart from the text around it. */
export function InsetText({ id, class: extra, attributes, children }: Extra & { id?: string; children?: Content }) {
  return (
    <div id={id} class={names('govuk-inset-text', extra)} {...attributes}>
      {children}
    </div>
  )
}

/** Something that has a consequence if it is not read. */
export function WarningText(props: Extra & { hiddenWord?: string | undefined; children?: Content }) {
  return (
    <div class={names('govuk-warning-text', props.class)} {...props.attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{props.hiddenWord || 'Warning'}</span> {props.children}
      </strong>
    </div>
  )
}

export interface NotificationBannerProps extends Extra {
  /** Success is announced at once and takes the focus. */
  type?: 'success' | undefined
  title?: Content
  titleId?: string | undefined
  titleLevel?: 2 | 3 | undefined
  role?: string | undefined
  disableAutoFocus?: boolean | undefined
  /** A single line, set large. */
  text?: string | undefined
  /** Anything longer. */
  children?: Content
}

/** News about what the person has just done, or about the whole service. */
export function NotificationBanner(props: NotificationBannerProps) {
  const { type, titleId = 'govuk-notification-banner-title', titleLevel = 2 } = props
  const Heading = `h${titleLevel}` as const
  return (
    <div
      class={names('govuk-notification-banner', type && `govuk-notification-banner--${type}`, props.class)}
      role={(props.role ?? (type ? 'alert' : 'region')) as never}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.title ?? (type ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {props.children ?? (props.text && <p class="govuk-notification-banner__heading">{props.text}</p>)}
      </div>
    </div>
  )
}

/** A strip under the header: story mode, a trial, a practice copy. */
export function PhaseBanner(props: Extra & { tag: Content; tagClass?: string | undefined; children?: Content }) {
  return (
    <div class={names('govuk-phase-banner', 'govuk-width-container', props.class)} {...props.attributes}>
      <p class="govuk-phase-banner__content">
        <Tag class={names('govuk-phase-banner__content__tag', props.tagClass)}>{props.tag}</Tag>
        <span class="govuk-phase-banner__text">{props.children}</span>
      </p>
    </div>
  )
}

/** The standing of a thing, in a word or two. */
export function Tag({ class: extra, attributes, children }: Extra & { children?: Content }) {
  return (
    <strong class={names('govuk-tag', extra)} {...attributes}>
      {children}
    </strong>
  )
}

export interface DetailsProps extends Extra {
  summary: Content
  id?: string | undefined
  open?: boolean | undefined
  children?: Content
}

/** More, for those who want it. */
export function Details({ summary, id, open, class: extra, attributes, children }: DetailsProps) {
  return (
    <details id={id} class={names('govuk-details', extra)} {...attributes} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
