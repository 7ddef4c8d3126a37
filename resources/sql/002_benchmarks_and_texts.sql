-- version: 2
-- min_compatible: 1
-- re-run: refused (the tables are created without IF NOT EXISTS, so a second run fails and rolls back)
--
-- Benchmarks to compare with, and the texts that departments return beside their numbers. A program
-- that knows schema 1 only can still read the rest. Released: never edit, add a new step.
CREATE TABLE cc_benchmarks (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  indicator TEXT NOT NULL,
  name TEXT NOT NULL,
  value DOUBLE NOT NULL,
  year INTEGER NOT NULL DEFAULT 0,
  source TEXT NOT NULL DEFAULT '',
  UNIQUE (indicator, name, year)
)
-- next
CREATE TABLE cc_texts (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  department TEXT NOT NULL DEFAULT '',
  topic TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL CHECK (kind IN ('situation', 'achievement', 'shortfall', 'measure', 'suggestion')),
  text TEXT NOT NULL DEFAULT '',
  evidence_id INTEGER REFERENCES cc_evidence(id)
)
-- next
CREATE INDEX cc_texts_evidence ON cc_texts (evidence_id)
-- next
INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES
  ('cc_benchmarks', 'attributes', '对标值', '全国、全省或同类城市的比较值'),
  ('cc_texts', 'attributes', '部门文字材料', '基本情况、取得成效、短板及成因、下一步措施、建议')
