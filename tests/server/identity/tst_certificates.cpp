// SPDX-License-Identifier: GPL-3.0-or-later
// The certificates as a verifier nobody here wrote judges them: OpenSSL's own chain verification.
#include "server/identity/certificates.h"
#include "server/identity/identity.h"

#include <QTest>

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

using namespace lw;
using namespace lw::server;

class TestCertificates : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void chain_data();
    void chain();
    void otherAuthority();
    void ends_data();
    void ends();
    void shape();
    void lifetimes();
    void together();
    void signedBy();
    void logKey();
    void garbage();

  private:
    SecretMemory m_memory;
    const QDateTime m_now = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    KeyAndCertificate m_ca;
    KeyAndCertificate m_server;
};

namespace {

using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

Certificate parse(const QByteArray &pem)
{
    BIO *bio = BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size()));
    X509 *certificate = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    BIO_free(bio);
    return Certificate(certificate, X509_free);
}

/// X509_V_OK or why not, as a TLS client that wants this name would say at that time.
int verify(const QByteArray &pem, const QByteArray &caPem, const QByteArray &name, const QDateTime &at)
{
    const Certificate certificate = parse(pem), ca = parse(caPem);
    std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)> store(X509_STORE_new(), X509_STORE_free);
    std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> context(X509_STORE_CTX_new(), X509_STORE_CTX_free);
    X509_STORE_add_cert(store.get(), ca.get());
    X509_STORE_CTX_init(context.get(), store.get(), certificate.get(), nullptr);
    X509_VERIFY_PARAM *wanted = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_time(wanted, at.toSecsSinceEpoch());
    X509_VERIFY_PARAM_set_purpose(wanted, X509_PURPOSE_SSL_SERVER);
    X509_VERIFY_PARAM_set_flags(wanted, X509_V_FLAG_X509_STRICT);
    if (X509_VERIFY_PARAM_set1_ip_asc(wanted, name.constData()) != 1)
        X509_VERIFY_PARAM_set1_host(wanted, name.constData(), static_cast<size_t>(name.size()));
    X509_verify_cert(context.get());
    return X509_STORE_CTX_get_error(context.get());
}

}  // namespace

void TestCertificates::initTestCase()
{
    m_ca = makeAuthority(m_now).value();
    m_server = makeServerCertificate(m_ca, {QStringLiteral("localhost"), QStringLiteral("pbx.example.org")},
                                     {QStringLiteral("127.0.0.1"), QStringLiteral("::1")}, m_now)
                   .value();
}

void TestCertificates::chain_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("error");
    QTest::newRow("host") << QByteArray("localhost") << X509_V_OK;
    QTest::newRow("second host") << QByteArray("pbx.example.org") << X509_V_OK;
    QTest::newRow("upper case") << QByteArray("PBX.example.org") << X509_V_OK;
    QTest::newRow("IPv4") << QByteArray("127.0.0.1") << X509_V_OK;
    QTest::newRow("IPv6") << QByteArray("::1") << X509_V_OK;
    QTest::newRow("other host") << QByteArray("example.org") << X509_V_ERR_HOSTNAME_MISMATCH;
    QTest::newRow("below") << QByteArray("x.pbx.example.org") << X509_V_ERR_HOSTNAME_MISMATCH;
    QTest::newRow("other address") << QByteArray("127.0.0.2") << X509_V_ERR_IP_ADDRESS_MISMATCH;
}

void TestCertificates::chain()
{
    QFETCH(QByteArray, name);
    QFETCH(int, error);
    QCOMPARE(verify(m_server.certificatePem, m_ca.certificatePem, name, m_now), error);
    QCOMPARE(isGoodFor(m_server.certificatePem, QString::fromLatin1(name)), error == X509_V_OK);
}

void TestCertificates::otherAuthority()
{
    const auto other = makeAuthority(m_now);
    QVERIFY(verify(m_server.certificatePem, other->certificatePem, "localhost", m_now) != X509_V_OK);
}

void TestCertificates::ends_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("error");
    QTest::newRow("a day before") << -1 << X509_V_ERR_CERT_NOT_YET_VALID;
    QTest::newRow("now") << 0 << X509_V_OK;
    QTest::newRow("day 396") << 396 << X509_V_OK;
    QTest::newRow("day 398") << 398 << X509_V_ERR_CERT_HAS_EXPIRED;
}

void TestCertificates::ends()
{
    QFETCH(int, days);
    QFETCH(int, error);
    const int found = verify(m_server.certificatePem, m_ca.certificatePem, "localhost", m_now.addDays(days));
    QCOMPARE(found == X509_V_OK, error == X509_V_OK);
}

void TestCertificates::shape()
{
    const Certificate server = parse(m_server.certificatePem), ca = parse(m_ca.certificatePem);
    QVERIFY(X509_check_ca(ca.get()) == 1);
    QCOMPARE(X509_check_ca(server.get()), 0);
    QCOMPARE(X509_get_version(server.get()), X509_VERSION_3);
    for (const X509 *certificate : {server.get(), ca.get()}) {
        EVP_PKEY *key = X509_get0_pubkey(certificate);
        QVERIFY(EVP_PKEY_is_a(key, "EC"));
        QCOMPARE(EVP_PKEY_get_bits(key), 256);
        QCOMPARE(X509_get_signature_nid(certificate), NID_ecdsa_with_SHA256);
    }
    QCOMPARE(X509_get_extended_key_usage(server.get()), quint32(XKU_SSL_SERVER));
    QCOMPARE(X509_get_key_usage(server.get()), quint32(KU_DIGITAL_SIGNATURE));
    // A serial number says nothing about how many there are.
    const auto second = makeServerCertificate(m_ca, {QStringLiteral("localhost")}, {}, m_now);
    const Certificate other = parse(second->certificatePem);
    QVERIFY(ASN1_INTEGER_cmp(X509_get0_serialNumber(server.get()), X509_get0_serialNumber(other.get())) != 0);
    QVERIFY(ASN1_STRING_length(X509_get0_serialNumber(server.get())) == 16);
}

void TestCertificates::lifetimes()
{
    const auto server = factsOf(m_server.certificatePem);
    const auto ca = factsOf(m_ca.certificatePem);
    QCOMPARE(server->notAfter, m_now.addDays(serverCertificateDays));
    QVERIFY(server->notBefore < m_now);
    QVERIFY(server->notBefore.daysTo(server->notAfter) <= 398);
    QCOMPARE(ca->notAfter, m_now.addDays(caDays));
    QCOMPARE(server->sha256.size(), 64);
    QVERIFY(server->sha256 != ca->sha256);
}

void TestCertificates::together()
{
    QVERIFY(belongTogether(m_server.keyPem, m_server.certificatePem));
    QVERIFY(belongTogether(m_ca.keyPem, m_ca.certificatePem));
    QVERIFY(!belongTogether(m_ca.keyPem, m_server.certificatePem));
    QVERIFY(!belongTogether(toSecret("nonsense"), m_server.certificatePem));
    QVERIFY(!belongTogether(m_server.keyPem, "nonsense"));
}

void TestCertificates::signedBy()
{
    QVERIFY(isSignedBy(m_server.certificatePem, m_ca.certificatePem));
    QVERIFY(!isSignedBy(m_server.certificatePem, makeAuthority(m_now)->certificatePem));
    QVERIFY(!isSignedBy(m_ca.certificatePem, m_server.certificatePem));
    QVERIFY(!isSignedBy({}, {}));
}

void TestCertificates::logKey()
{
    const auto key = makeLogKey();
    QVERIFY(key.ok());
    QVERIFY(key->toByteArray().startsWith("-----BEGIN PRIVATE KEY-----"));
    QVERIFY(isLogKey(*key));
    QVERIFY(!isLogKey(m_ca.keyPem));
    QVERIFY(!isLogKey(toSecret("nonsense")));
    QVERIFY(makeLogKey()->toByteArray() != key->toByteArray());
}

void TestCertificates::garbage()
{
    QCOMPARE(factsOf("nonsense").error().code, Errc::Corrupt);
    const KeyAndCertificate broken{toSecret("nonsense"), "nonsense"};
    QCOMPARE(makeServerCertificate(broken, {QStringLiteral("a")}, {}, m_now).error().code, Errc::Corrupt);
}

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_certificates.moc"
