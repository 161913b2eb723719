import 'package:dio/dio.dart';
import 'package:flutter/material.dart';

/// The PlusAuth tenant's API.
final dio = Dio(BaseOptions(baseUrl: 'https://acme.plusauth.com/api/v1'));

Future<String?> createUser(String email) async {
  try {
    final res = await dio.post('/users', data: {'email': email});
    return res.data['id'] as String;
  } on DioException catch (e) {
    switch (e.response?.data['error']) {
      case 'already_exists':
        return null;
      case 'invalid_entity':
        throw FormatException('Please check the e-mail address.');
    }
  }
  return null;
}

class SignUpFailure extends StatelessWidget {
  const SignUpFailure({super.key, required this.error, required this.onRetry});

  /// The name of PlusAuth's error.
  final String? error;
  final VoidCallback onRetry;

  @override
  Widget build(BuildContext context) {
    return Column(
      children: [
        if (error == 'already_exists') const Text('Somebody has this e-mail address already.'),
        if (error == 'too_many_requests') TextButton(onPressed: onRetry, child: const Text('Try again')),
      ],
    );
  }
}
