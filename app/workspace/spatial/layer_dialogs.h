#pragma once

#include "core/spatial/intake.h"
#include "core/spatial/layer_regions.h"

#include <QDialog>

class QPushButton;

namespace checkup::workspace {

class Jobs;
class LayerForm;

/// What a layer of the project is, to be changed.
class LayerDialog : public QDialog
{
    Q_OBJECT
public:
    /// `fields`: those that the layer's file has.
    LayerDialog(Jobs* jobs, const project::YearDataPtr& year, const project::Layer& layer,
                const gdal::LayerInfo& info, QWidget* parent = nullptr);

Q_SIGNALS:
    void layerRequested(const checkup::project::Layer& layer);

private:
    project::Layer changed() const;

    project::Layer m_layer;
    LayerForm* m_form;
};

/// What the geometry gate found in a layer and did about it, feature by feature.
class RepairsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit RepairsDialog(const project::Layer& layer, QWidget* parent = nullptr);

Q_SIGNALS:
    void exportRequested();
};

/// The districts or streets that a layer draws, before they become regions of the project.
class RegionsDialog : public QDialog
{
    Q_OBJECT
public:
    RegionsDialog(const project::YearDataPtr& year, const spatial::LayerRegions& regions,
                  QWidget* parent = nullptr);

Q_SIGNALS:
    void regionsRequested();
};

} // namespace checkup::workspace
