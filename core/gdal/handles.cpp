#include "core/gdal/handles.h"

#include <cpl_conv.h>
#include <cpl_error.h>

#include <mutex>

namespace checkup::gdal {

using namespace Qt::StringLiterals;

namespace {

void CPL_STDCALL collect(CPLErr kind, CPLErrorNum number, const char* message)
{
    auto* collector = static_cast<ErrorCollector*>(CPLGetErrorHandlerUserData());
    if (collector != nullptr && kind != CE_Debug && kind != CE_None)
        collector->add(kind >= CE_Failure,
                       u"%1 [%2]"_s.arg(QString::fromUtf8(message)).arg(number));
}

} // namespace

void registerDrivers()
{
    static std::once_flag once;
    std::call_once(once, [] {
        GDALAllRegister();
        // Names in zips that do not say that they are UTF-8: as Windows packs them in China.
        if (!CPLGetConfigOption("CPL_ZIP_ENCODING", nullptr))
            CPLSetConfigOption("CPL_ZIP_ENCODING", "GB18030");
    });
}

ErrorCollector::ErrorCollector()
{
    CPLPushErrorHandlerEx(collect, this);
}

ErrorCollector::~ErrorCollector()
{
    CPLPopErrorHandler();
    CPLErrorReset();
}

void ErrorCollector::add(bool isError, const QString& message)
{
    constexpr qsizetype enough = 50; // a broken file can complain about every record
    m_hasErrors = m_hasErrors || isError;
    if (m_messages.size() < enough)
        m_messages << message;
}

ScopedOption::ScopedOption(const char* name, const char* value)
    : m_name(name)
{
    if (const char* before = CPLGetThreadLocalConfigOption(name, nullptr)) {
        m_before = before;
        m_wasSet = true;
    }
    CPLSetThreadLocalConfigOption(name, value);
}

ScopedOption::~ScopedOption()
{
    CPLSetThreadLocalConfigOption(m_name, m_wasSet ? m_before.constData() : nullptr);
}

} // namespace checkup::gdal
