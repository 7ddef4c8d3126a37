#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>
#include <QtEndian>

namespace test {

/// Writes zips that well-behaved programs do not: names in any bytes, sizes that are lies of
/// proportion. Entries are deflated.
class RawZip
{
public:
    void add(const QByteArray& name, const QByteArray& content)
    {
        // zlib's stream without its head of two bytes (and Qt's of four) and its checksum.
        const QByteArray zlib = qCompress(content, 9);
        const QByteArray packed = zlib.sliced(6, zlib.size() - 10);
        const QByteArray head = number<quint16>(20) + number<quint16>(0) + number<quint16>(8) +
                                number<quint32>(0) + number<quint32>(crc(content)) +
                                number<quint32>(packed.size()) + number<quint32>(content.size()) +
                                number<quint16>(name.size()) + number<quint16>(0);
        m_directory += "PK\1\2" + number<quint16>(20) + head + number<quint16>(0) +
                       number<quint16>(0) + number<quint16>(0) + number<quint32>(0) +
                       number<quint32>(m_body.size()) + name;
        m_body += "PK\3\4" + head + name + packed;
        ++m_entries;
    }

    bool write(const QString& path) const
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) &&
               file.write(m_body + m_directory + "PK\5\6" + number<quint32>(0) +
                          number<quint16>(m_entries) + number<quint16>(m_entries) +
                          number<quint32>(m_directory.size()) + number<quint32>(m_body.size()) +
                          number<quint16>(0)) > 0;
    }

private:
    template <class T>
    static QByteArray number(qsizetype value)
    {
        QByteArray bytes(sizeof(T), '\0');
        qToLittleEndian(static_cast<T>(value), bytes.data());
        return bytes;
    }
    static quint32 crc(const QByteArray& bytes)
    {
        quint32 rest = ~quint32(0);
        for (const char byte : bytes) {
            rest ^= static_cast<uchar>(byte);
            for (int bit = 0; bit < 8; ++bit)
                rest = (rest >> 1) ^ (rest & 1 ? 0xedb88320u : 0u);
        }
        return ~rest;
    }

    QByteArray m_body, m_directory;
    int m_entries = 0;
};

} // namespace test
