-- version: 6
-- min_compatible: 1
-- re-run: refused (the table is created without IF NOT EXISTS, so a second run fails and rolls back)
--
-- How a project's maps and sheets look where they differ from what ships.
-- A program that knows the schemas before can still read the rest. Released: never edit, add a new step.
CREATE TABLE cc_map_settings (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  key TEXT NOT NULL CHECK (key <> ''),
  content TEXT NOT NULL CHECK (content <> ''),
  UNIQUE (kind, key)
)
-- next
INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES
  ('cc_map_settings', 'attributes', '图件设置', '本项目的符号、图幅、图廓、书签与图层显示方式')
