-- How often the making of a document was begun: one that stops whoever makes it is not begun for ever.
alter table made_document add column begun smallint not null default 0;
