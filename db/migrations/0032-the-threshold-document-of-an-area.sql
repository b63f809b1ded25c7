-- Decisions cite the threshold document that the area has published: found without reading the record of the whole area.
create index fact_threshold_published on fact (area_id, case_id) where kind = 'threshold-document-published';
