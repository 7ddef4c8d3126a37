-- version: 3
-- min_compatible: 1
-- re-run: refused (the tables are created without IF NOT EXISTS, so a second run fails and rolls back)
--
-- Cross-checks: what this project changes in the shipped rules, and what was decided about findings.
-- A program that knows the schemas before can still read the rest. Released: never edit, add a new step.
CREATE TABLE cc_rules (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  rule TEXT NOT NULL UNIQUE CHECK (rule <> ''),
  active BOOLEAN NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  severity TEXT NOT NULL DEFAULT '',
  parameters TEXT NOT NULL DEFAULT '{}'
)
-- next
CREATE TABLE cc_decisions (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  finding TEXT NOT NULL UNIQUE CHECK (finding <> ''),
  state TEXT NOT NULL CHECK (state IN ('open', 'explained', 'corrected', 'accepted')),
  facts TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  person TEXT NOT NULL DEFAULT '',
  decided_at DATETIME
)
-- next
INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES
  ('cc_rules', 'attributes', '校核规则设置', '本项目停用的校核规则，或改动的等级与参数'),
  ('cc_decisions', 'attributes', '校核处理意见', '对校核发现的问题由谁在何时因何作了说明、更正或接受')
