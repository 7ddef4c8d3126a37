#pragma once

#include "core/base/error.h"

#include <QString>
#include <QStringList>

#include <gdal.h>
#include <ogr_api.h>

#include <memory>
#include <type_traits>

namespace checkup::gdal {

/// Registers GDAL's drivers, once a process, whichever thread comes first.
void registerDrivers();

struct CloseDataset
{
    void operator()(GDALDatasetH dataset) const { GDALClose(dataset); }
};
struct DestroyFeature
{
    void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};

/// Owned GDAL things. A dataset belongs to the thread that opened it; its layers die with it.
using Dataset = std::unique_ptr<std::remove_pointer_t<GDALDatasetH>, CloseDataset>;
using Feature = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, DestroyFeature>;

/// Collects what GDAL has to say on this thread while it lives, so that nothing is printed. Nests.
class ErrorCollector
{
public:
    ErrorCollector();
    ~ErrorCollector();
    ErrorCollector(const ErrorCollector&) = delete;
    ErrorCollector& operator=(const ErrorCollector&) = delete;

    bool hasErrors() const { return m_hasErrors; }
    /// Every warning and error so far, one a line, for an Error's detail.
    QString detail() const { return m_messages.join(u'\n'); }
    /// The sentence for the user with GDAL's own words as its detail.
    Error toError(ErrorCode code, const QString& message) const
    {
        return {code, message, detail()};
    }

    /// For GDAL's handler only.
    void add(bool isError, const QString& message);

private:
    QStringList m_messages;
    bool m_hasErrors = false;
};

/// Sets a configuration option of GDAL for this thread while it lives.
class ScopedOption
{
public:
    ScopedOption(const char* name, const char* value);
    ~ScopedOption();
    ScopedOption(const ScopedOption&) = delete;
    ScopedOption& operator=(const ScopedOption&) = delete;

private:
    const char* m_name;
    QByteArray m_before;
    bool m_wasSet = false;
};

} // namespace checkup::gdal
