-- version: 4
-- min_compatible: 1
-- re-run: refused (the tables are created without IF NOT EXISTS, so a second run fails and rolls back)
--
-- Collection: what a project changes in its tasks, the plan of the year, each return with its version,
-- documents behind figures, snapshots, remembered table layouts. A program that knows the schemas
-- before can still read the rest. Released: never edit, add a new step.
ALTER TABLE cc_departments ADD COLUMN leader TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE cc_departments ADD COLUMN post TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE cc_departments ADD COLUMN email TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE cc_departments ADD COLUMN sent_at DATE
-- next
INSERT INTO cc_info (id, key, value) SELECT 11, 'appraisal_rule', '' WHERE EXISTS (SELECT 1 FROM cc_info)
-- next
CREATE TABLE cc_tasks (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  subject TEXT NOT NULL UNIQUE CHECK (subject <> ''),
  asked BOOLEAN NOT NULL DEFAULT 1 CHECK (asked IN (0, 1)),
  lead TEXT NOT NULL DEFAULT '',
  supporting TEXT NOT NULL DEFAULT '',
  source_kind TEXT NOT NULL DEFAULT '',
  method TEXT NOT NULL DEFAULT '',
  division TEXT NOT NULL DEFAULT '',
  first_year INTEGER NOT NULL DEFAULT 0,
  last_year INTEGER NOT NULL DEFAULT 0,
  deadline DATE,
  note TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT '' CHECK (state IN ('', 'returned', 'accepted', 'frozen')),
  state_reason TEXT NOT NULL DEFAULT ''
)
-- next
CREATE TABLE cc_stages (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  name TEXT NOT NULL,
  from_date DATE,
  to_date DATE,
  note TEXT NOT NULL DEFAULT '',
  sort INTEGER NOT NULL DEFAULT 0
)
-- next
CREATE TABLE cc_returns (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  department TEXT NOT NULL CHECK (department <> ''),
  version INTEGER NOT NULL,
  file_name TEXT NOT NULL DEFAULT '',
  sha256 TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL DEFAULT 0,
  taken_at DATETIME,
  person TEXT NOT NULL DEFAULT '',
  filled_on DATE,
  cells TEXT NOT NULL DEFAULT '[]',
  UNIQUE (department, version)
)
-- next
CREATE TABLE cc_key_tasks (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  aspect TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL DEFAULT '',
  lead TEXT NOT NULL DEFAULT '',
  supporting TEXT NOT NULL DEFAULT '',
  annual_goal TEXT NOT NULL DEFAULT '',
  progress TEXT NOT NULL DEFAULT '',
  rate DOUBLE,
  state TEXT NOT NULL DEFAULT '' CHECK (state IN ('', 'done', 'on_schedule', 'late', 'not_started')),
  place TEXT NOT NULL DEFAULT '',
  problems TEXT NOT NULL DEFAULT '',
  measures TEXT NOT NULL DEFAULT '',
  due TEXT NOT NULL DEFAULT '',
  last_year_issue TEXT NOT NULL DEFAULT '',
  documents TEXT NOT NULL DEFAULT '',
  evidence_id INTEGER REFERENCES cc_evidence(id),
  UNIQUE (lead, name)
)
-- next
CREATE TABLE cc_layer_returns (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  department TEXT NOT NULL DEFAULT '',
  layer TEXT NOT NULL CHECK (layer <> ''),
  state TEXT NOT NULL DEFAULT '' CHECK (state IN ('', 'provided', 'partly', 'not_provided', 'not_concerned')),
  file_name TEXT NOT NULL DEFAULT '',
  format TEXT NOT NULL DEFAULT '',
  crs TEXT NOT NULL DEFAULT '',
  as_of TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  evidence_id INTEGER REFERENCES cc_evidence(id),
  UNIQUE (department, layer)
)
-- next
CREATE TABLE cc_attachments (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  size INTEGER NOT NULL,
  media_type TEXT NOT NULL DEFAULT '',
  path TEXT NOT NULL DEFAULT '',
  added_at DATETIME,
  person TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
)
-- next
CREATE TABLE cc_contents (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  content BLOB NOT NULL
)
-- next
CREATE TABLE cc_documents (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  subject TEXT NOT NULL CHECK (subject <> ''),
  region_id INTEGER NOT NULL REFERENCES cc_regions(id),
  year INTEGER NOT NULL,
  source_id INTEGER REFERENCES cc_sources(id),
  attachment_id INTEGER NOT NULL REFERENCES cc_attachments(id),
  place TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
)
-- next
CREATE INDEX cc_documents_figure ON cc_documents (subject, region_id, year)
-- next
CREATE TABLE cc_snapshots (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  audit_number INTEGER NOT NULL,
  made_at DATETIME,
  person TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
)
-- next
CREATE TABLE cc_mappings (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  fingerprint TEXT NOT NULL UNIQUE CHECK (fingerprint <> ''),
  name TEXT NOT NULL DEFAULT '',
  mapping TEXT NOT NULL DEFAULT '{}',
  used_at DATETIME
)
-- next
INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES
  ('cc_tasks', 'attributes', '任务设置', '任务分解中由本项目改动的牵头、配合、方法、期限与状态'),
  ('cc_stages', 'attributes', '工作阶段', '年度体检评估的阶段与起止日期'),
  ('cc_returns', 'attributes', '部门报送', '每次报送的文件、版本与读出的内容'),
  ('cc_key_tasks', 'attributes', '重点任务', '规划实施重点任务的目标与完成情况'),
  ('cc_layer_returns', 'attributes', '空间数据报送', '各部门空间数据的提供情况'),
  ('cc_attachments', 'attributes', '佐证材料', '存入项目或按相对路径引用的文件及其散列'),
  ('cc_contents', 'attributes', '材料内容', '存入项目的文件内容，按散列存取'),
  ('cc_documents', 'attributes', '数值的佐证材料', '哪个数值由哪份材料的哪一处支持'),
  ('cc_snapshots', 'attributes', '节点', '给某一时刻的数据起的名字'),
  ('cc_mappings', 'attributes', '表格版式', '按版式特征记住的表格对应关系')
