#include "app/workspace/settings.h"

#include <QFileInfo>
#include <QSettings>
#include <QStringList>
#include <QTemporaryDir>

#include <array>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    Settings::Key key;
    QLatin1StringView name;
    QVariant fallback;
};

const Row& rowOf(Settings::Key key)
{
    using Key = Settings::Key;
    static const std::array rows{
        Row{Key::Language, "interface/language"_L1, u"zh"_s},
        Row{Key::Theme, "interface/theme"_L1, u"system"_s},
        Row{Key::TextScale, "interface/text_scale"_L1, 100},
        Row{Key::RecentFiles, "files/recent"_L1, QStringList()},
        Row{Key::LastFolder, "files/last_folder"_L1, QString()},
        Row{Key::WindowGeometry, "window/geometry"_L1, QByteArray()},
        Row{Key::RailCollapsed, "window/rail_collapsed"_L1, false},
        Row{Key::InspectorShown, "window/inspector_shown"_L1, true},
        Row{Key::InspectorWidth, "window/inspector_width"_L1, 320},
        Row{Key::BaseTiles, "maps/base_tiles"_L1, QString()},
        Row{Key::Person, "person"_L1, QString()},
    };
    for (const Row& row : rows) {
        if (row.key == key)
            return row;
    }
    Q_UNREACHABLE();
}

} // namespace

Settings& Settings::instance()
{
    static Settings settings;
    return settings;
}

Settings::Settings()
    : m_store(std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                          u"CityCheckup"_s, u"citycheckup"_s))
{}

Settings::~Settings() = default;

QVariant Settings::value(Key key) const
{
    const Row& row = rowOf(key);
    QVariant value = m_store->value(row.name, row.fallback);
    // An ini file keeps everything as text.
    if (!value.convert(row.fallback.metaType()))
        return row.fallback;
    return value;
}

void Settings::set(Key key, const QVariant& value)
{
    if (this->value(key) == value)
        return;
    m_store->setValue(rowOf(key).name, value);
    Q_EMIT changed(key);
}

void Settings::addRecent(const QString& path)
{
    const QString full = QFileInfo(path).absoluteFilePath();
    QStringList files = value(Key::RecentFiles).toStringList();
    files.removeAll(full);
    files.prepend(full);
    set(Key::RecentFiles, QStringList(files.mid(0, 10)));
}

void Settings::removeRecent(const QString& path)
{
    QStringList files = value(Key::RecentFiles).toStringList();
    files.removeAll(path);
    set(Key::RecentFiles, files);
}

void Settings::useTemporary()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_store =
        std::make_unique<QSettings>(m_temporary->filePath(u"settings.ini"_s), QSettings::IniFormat);
}

} // namespace checkup::workspace
