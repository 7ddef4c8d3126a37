#pragma once

#include "core/project/year_data.h"

#include <QString>
#include <QStringView>

/// The fields of key tasks, layers and contacts by their names in fill_in_layout.h, as text of the
/// workbook.
namespace checkup::collect {

QString keyTaskText(const project::KeyTask& task, QStringView field);
/// Sets a text field; rate and status, which must be understood, are set by the reader.
void setKeyTaskText(project::KeyTask& task, QStringView field, const QString& text);

QString layerText(const project::LayerReturn& layer, QStringView field);
void setLayerText(project::LayerReturn& layer, QStringView field, const QString& text);

QString contactText(const project::Department& department, QStringView field);
void setContactText(project::Department& department, QStringView field, const QString& text);

/// Words of the drop-downs, and back: None for a blank; nullopt for an unknown word.
QString stateWord(project::KeyTaskState);
QString stateWord(project::LayerState);
std::optional<project::KeyTaskState> keyTaskStateFromWord(const QString& text);
std::optional<project::LayerState> layerStateFromWord(const QString& text);

} // namespace checkup::collect
