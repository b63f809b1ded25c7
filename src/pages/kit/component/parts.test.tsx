// The parts of pages, proved against the stock fixtures.
import { content, extra, type Options, type Port, prove, raw } from './fixtures.ts'
import { Details, ErrorSummary, InsetText, NotificationBanner, PhaseBanner, Tag, WarningText } from './messages.tsx'
import { BackLink, Breadcrumbs, ServiceNavigation, SkipLink, Tabs } from './navigation.tsx'
import { Pagination } from './pagination.tsx'
import { SummaryList } from './summary-list.tsx'
import { Table } from './table.tsx'

const cell = (o: Options) => ({
  ...extra(o),
  content: content(o),
  format: o.format,
  colspan: o.colspan,
  rowspan: o.rowspan,
})
const action = (o: Options) => ({ ...extra(o), href: o.href, text: content(o), hiddenText: o.visuallyHiddenText })
const pageLink = (o: Options) => o && { href: o.href, text: content(o), label: o.labelText, attributes: o.attributes }
const ports: Record<string, Port> = {
  'error-summary': {
    draw: o => (
      <ErrorSummary
        {...extra(o)}
        title={content(o, 'title')}
        description={content(o, 'description')}
        disableAutoFocus={o.disableAutoFocus}
        errors={(o.errorList ?? []).map((e: Options) => ({
          message: content(e),
          href: e.href,
          attributes: e.attributes,
        }))}
      />
    ),
  },
  'inset-text': {
    draw: o => (
      <InsetText {...extra(o)} id={o.id}>
        {content(o)}
      </InsetText>
    ),
  },
  'warning-text': {
    draw: o => (
      <WarningText {...extra(o)} hiddenWord={o.iconFallbackText}>
        {content(o)}
      </WarningText>
    ),
  },
  tag: { draw: o => <Tag {...extra(o)}>{content(o)}</Tag> },
  details: {
    draw: o => (
      <Details {...extra(o)} id={o.id} open={o.open} summary={content(o, 'summary')}>
        {content(o)}
      </Details>
    ),
  },
  'notification-banner': {
    draw: o => (
      <NotificationBanner
        {...extra(o)}
        type={o.type === 'success' ? 'success' : undefined}
        title={content(o, 'title')}
        titleId={o.titleId}
        titleLevel={o.titleHeadingLevel}
        role={o.role}
        disableAutoFocus={o.disableAutoFocus}
        text={o.text}
      >
        {o.html && raw(o.html)}
      </NotificationBanner>
    ),
  },
  'phase-banner': {
    draw: o => (
      <PhaseBanner {...extra(o)} tag={content(o.tag)} tagClass={o.tag?.classes}>
        {content(o)}
      </PhaseBanner>
    ),
  },
  'summary-list': {
    draw: o => (
      <SummaryList
        {...extra(o)}
        rows={o.rows.map(
          (row: Options) =>
            row && {
              key: content(row.key),
              value: content(row.value),
              class: row.classes,
              actions: row.actions?.items?.map(action),
            },
        )}
        card={
          o.card && {
            ...extra(o.card),
            title: content(o.card.title),
            titleLevel: o.card.title?.headingLevel,
            actions: o.card.actions?.items?.map(action),
          }
        }
      />
    ),
    without: {
      'rows[].key.classes': 'the row takes the class',
      'rows[].value.classes': 'the row takes the class',
      'rows[].actions.classes': 'the row takes the class',
    },
  },
  table: {
    draw: o => (
      <Table
        {...extra(o)}
        caption={o.caption}
        captionClass={o.captionClasses}
        head={o.head?.map(cell)}
        rows={o.rows.map((row: Options) => row && row.map(cell))}
        firstCellIsHeader={o.firstCellIsHeader}
      />
    ),
  },
  pagination: {
    draw: o => (
      <Pagination
        {...extra(o)}
        previous={pageLink(o.previous)}
        next={pageLink(o.next)}
        label={o.landmarkLabel}
        items={o.items
          ?.filter((item: Options) => item && Object.keys(item).length > 0)
          .map((item: Options) =>
            item.ellipsis ? 'gap' : { ...item, isCurrent: item.current, hiddenText: item.visuallyHiddenText },
          )}
      />
    ),
  },
  breadcrumbs: {
    draw: o => (
      <Breadcrumbs
        {...extra(o)}
        label={o.labelText}
        collapseOnMobile={o.collapseOnMobile}
        items={o.items.map((item: Options) => ({ text: content(item), href: item.href, attributes: item.attributes }))}
      />
    ),
  },
  'back-link': {
    draw: o => (
      <BackLink {...extra(o)} href={o.href || undefined}>
        {content(o) || undefined}
      </BackLink>
    ),
  },
  'skip-link': {
    draw: o => (
      <SkipLink {...extra(o)} href={o.href || undefined}>
        {content(o)}
      </SkipLink>
    ),
  },
  tabs: {
    draw: o => (
      <Tabs
        {...extra(o)}
        id={o.id}
        title={o.title}
        items={(o.items ?? []).filter(Boolean).map((item: Options, index: number) => ({
          id: item.id ?? `${o.idPrefix}-${index + 1}`,
          label: item.label,
          panel: item.panel.html ? raw(item.panel.html) : <p class="govuk-body">{item.panel.text}</p>,
          attributes: item.attributes,
          panelAttributes: item.panel.attributes,
        }))}
      />
    ),
  },
  'service-navigation': {
    draw: o => (
      <ServiceNavigation
        {...extra(o)}
        serviceName={o.serviceName}
        serviceUrl={o.serviceUrl}
        collapse={o.collapseNavigationOnMobile}
        navigationId={o.navigationId}
        navigationClass={o.navigationClasses}
        label={o.navigationLabel}
        items={(o.navigation ?? []).filter(Boolean).map((item: Options) => ({
          text: content(item),
          href: item.href,
          isCurrent: item.current,
          isActive: item.active,
        }))}
      />
    ),
    without: {
      ariaLabel: 'English only so far',
      menuButtonText: 'English only so far',
      menuButtonLabel: 'English only so far',
      slots: 'the header has its own place for account links',
    },
  },
}

prove(ports)
