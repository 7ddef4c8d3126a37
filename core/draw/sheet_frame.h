#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QImage>
#include <QString>

namespace checkup::draw {

/// What an office prints on all its sheets: its name and logo, and who made, checked and approved.
/// Kept as JSON, in a file or with the project. Texts are Chinese in any language.
struct OfficeFrame
{
    QString name;                     ///< "某市规划设计研究院"
    QImage logo;                      ///< null: none
    QString maker, checker, approver; ///< 制图、校核、审定
    QString date;                     ///< empty: that of the project's last change
    QString number;                   ///< of the sheet, with {number} and {year}; empty: the number
    bool doubled = false;             ///< a second, thin line inside the sheet's border
    bool operator==(const OfficeFrame&) const = default;

    bool isEmpty() const { return *this == OfficeFrame(); }
};

/// A logo's file may have so many bytes: it is kept in every project.
constexpr qint64 largestLogo = qint64(512) << 10;

/// {"version": 1, "name": …, "logo": "base64 of a png or jpeg", "maker": …, "checker": …,
/// "approver": …, "date": …, "number": …, "doubled": true}. Strict: Invalid names file and key.
Result<OfficeFrame> readFrame(const QString& file, const QByteArray& bytes);
QByteArray writeFrame(const OfficeFrame& frame);

/// A picture's file as a logo, made small enough to keep. Errors: NotFound, TooLarge (above 20 MB),
/// Invalid for what is no picture.
Result<QImage> readLogo(const QString& path);

} // namespace checkup::draw
